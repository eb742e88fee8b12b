import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One version of a district's forecast of a year: from `low` to `high` households of a form, and of a size if told, as handed in on `handedIn`. */
@Entity('forecast')
@Index('forecast_year', ['year', 'district', 'form', 'handedIn'])
export class ForecastRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('int') year!: number;
  @Column('text') district!: string;
  @Column('text') form!: string;
  @Column('text', { nullable: true }) size!: string | null;
  @Column('int') low!: number;
  @Column('int') high!: number;
  @Column('date', { name: 'handed_in' }) handedIn!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
