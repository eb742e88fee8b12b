import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from './roles.js';

/** One version of a colleague who may sign in. `validTo` is the last day; null while it goes on. */
@Entity('person')
@Index('person_login', ['login', 'validFrom'])
export class PersonRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('text') login!: string;
  @Column('text') name!: string;
  @Column('text') organisation!: string;
  @Column('text') role!: Role;
  @Column('text', { nullable: true }) mail!: string | null;
  @Column('timestamptz', { name: 'valid_from' }) validFrom!: Date;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
