import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One writing in a register: what was said, from when it holds, when it was recorded, and by whom. Never changed. */
@Entity('register_change')
@Index('register_change_line', ['line'], { unique: true })
export class RegisterChangeRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  /** SHA-256 of register, moment and data: the same line is taken once. */
  @Column('text') line!: string;
  @Column('text') register!: string;
  @Column('jsonb') data!: object;
  @Column('timestamptz', { name: 'valid_from' }) validFrom!: Date;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('text') by!: string;
}
