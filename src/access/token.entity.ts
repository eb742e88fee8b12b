import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A bearer token, by the SHA-256 of its text; the text itself is kept nowhere. */
@Entity('api_token')
@Index('api_token_login', ['login'])
export class TokenRow {
  @PrimaryColumn('bytea') hash!: Buffer;
  @Column('text') login!: string;
  @Column('text') label!: string;
  /** The one role that it acts in; null for its owner's own post, whatever that is by then. */
  @Column('text', { nullable: true }) organisation!: string | null;
  @Column('text', { nullable: true }) role!: string | null;
  /** What it may be used for; null for everything that its owner may. */
  @Column('text', { array: true, nullable: true }) scopes!: string[] | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}
