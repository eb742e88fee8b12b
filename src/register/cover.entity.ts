import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Substitute cover: `login` may act for `covered` from the first day to the last. */
@Entity('cover')
@Index('cover_login', ['login', 'validFrom'])
export class CoverRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('text') login!: string;
  @Column('text') covered!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to' }) validTo!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
