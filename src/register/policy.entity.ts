import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One value of a workflow's policy, in force from `from` until the next; `unit` for a length of time. */
@Entity('policy_row')
@Index('policy_row_name', ['workflow', 'name', 'from'])
export class PolicyValueRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('text') workflow!: string;
  @Column('text') name!: string;
  @Column('date', { name: 'from_day' }) from!: string;
  @Column('int') value!: number;
  @Column('text', { nullable: true }) unit!: string | null;
  @Column('text') source!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
