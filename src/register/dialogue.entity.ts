import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One line of the dialogue log. `report` and `until` (its cut-off) where a report was sent; `kept` the kept one, if it was. */
@Entity('dialogue')
@Index('dialogue_day', ['day'])
export class DialogueRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('date') day!: string;
  @Column('text') kind!: string;
  @Column('text', { array: true }) parties!: string[];
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { nullable: true }) report!: string | null;
  @Column('date', { nullable: true }) until!: string | null;
  @Column('text', { nullable: true }) kept!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
