/// Tasks and the alerts that they follow, in PostgreSQL. Domain types come in and leave.
@NullMarked
package org.homeward.followup.db.work;

import org.jspecify.annotations.NullMarked;
