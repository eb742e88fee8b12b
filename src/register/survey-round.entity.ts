import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * One version of a round of the survey, by its year. A round that is known by its totals alone tells how many families
 * there were (null: not known) and how many percent of them lived in something more lasting.
 */
@Entity('survey_round')
@Index('survey_round_year', ['year'])
export class SurveyRoundRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('int') year!: number;
  @Column('date', { name: 'held_on' }) heldOn!: string;
  @Column('int', { nullable: true }) families!: number | null;
  @Column('int', { name: 'lasting_share', nullable: true }) lastingShare!: number | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
