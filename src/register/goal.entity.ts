import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One version of a yearly goal: so many flats of these forms together (in alphabetical order), as set on `validFrom`. */
@Entity('goal')
@Index('goal_year', ['year', 'validFrom'])
export class GoalRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('int') year!: number;
  @Column('text', { array: true }) forms!: string[];
  @Column('int') goal!: number;
  /** The council's decision, such as its diary number. */
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
