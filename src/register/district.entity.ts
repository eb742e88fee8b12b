import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One version of a city district. `validTo` is its last day; from the day after, `successor` answers for its cases. */
@Entity('district')
@Index('district_code', ['code', 'validFrom'])
export class DistrictRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('text', { nullable: true }) successor!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
