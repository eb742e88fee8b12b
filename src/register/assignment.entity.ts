import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from './roles.js';

/** A role that a colleague holds beside their own post, in the same organisation or another. */
@Entity('assignment')
@Index('assignment_login', ['login', 'validFrom'])
export class AssignmentRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('text') login!: string;
  @Column('text') organisation!: string;
  @Column('text') role!: Role;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
