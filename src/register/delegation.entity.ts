import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One version of a line of an organisation's order of delegation: a role, or one colleague, from its first to its last day. */
@Entity('delegation')
@Index('delegation_line', ['organisation', 'line'])
export class DelegationRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('text') line!: string;
  @Column('text') decision!: string;
  @Column('text') organisation!: string;
  @Column('text', { nullable: true }) role!: string | null;
  @Column('text', { nullable: true }) login!: string | null;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
