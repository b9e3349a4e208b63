/// Patients, their plans and shares in PostgreSQL. Domain types come in and leave; identities are
/// sealed before they reach a column.
@NullMarked
package org.homeward.followup.db.file;

import org.jspecify.annotations.NullMarked;
