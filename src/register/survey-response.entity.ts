import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What one family answered in a round. `family` tells the families of the round apart, where it was told: each has one response. */
@Entity('survey_response')
@Index('survey_response_family', ['round', 'family'], { unique: true })
export class SurveyResponseRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('int') round!: number;
  @Column('text') situation!: string;
  @Column('boolean', { name: 'newly_arrived' }) newlyArrived!: boolean;
  @Column('text', { name: 'household_type' }) householdType!: string;
  @Column('text') cause!: string;
  @Column('text', { nullable: true }) family!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
