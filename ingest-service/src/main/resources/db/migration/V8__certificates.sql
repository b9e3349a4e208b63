-- A credential is a token or a device's own certificate; the hash is then that of the certificate.
ALTER TABLE credential ADD COLUMN kind text NOT NULL DEFAULT 'TOKEN';
