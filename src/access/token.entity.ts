import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A bearer token, by the SHA-256 of its text; the text itself is kept nowhere. */
@Entity('api_token')
@Index('api_token_login', ['login'])
export class TokenRow {
  @PrimaryColumn('bytea') hash!: Buffer;
  @Column('text') login!: string;
  @Column('text') label!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}
