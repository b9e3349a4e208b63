/// How identities are kept closed: AES-256-GCM for the columns and for wrapping the data keys,
/// HMAC-SHA-256 for the blind indexes, all under one master key read from a file at start. Bytes
/// and text come in and leave; it knows no table.
@NullMarked
package org.homeward.followup.crypt;

import org.jspecify.annotations.NullMarked;
