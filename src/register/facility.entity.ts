import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One version of a facility of SHIS, open from a day on. */
@Entity('facility')
@Index('facility_code', ['code', 'validFrom'])
export class FacilityRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
