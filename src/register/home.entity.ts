import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Where a colleague lives or lived, as the keyed hash by which an address in a file is found, and nothing more. */
@Entity('home')
@Index('home_login', ['login'])
export class HomeRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('text') login!: string;
  @Column('bytea') term!: Buffer;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
