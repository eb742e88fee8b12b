import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { OrgKind } from '../../workflows/definition.js';

/** One version of an organisation. Its kind never changes; its name may, from a moment on. */
@Entity('organisation')
@Index('organisation_code', ['code', 'validFrom'])
export class OrganisationRow {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column('text') code!: string;
  @Column('text') kind!: OrgKind;
  @Column('text') name!: string;
  @Column('timestamptz', { name: 'valid_from' }) validFrom!: Date;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
