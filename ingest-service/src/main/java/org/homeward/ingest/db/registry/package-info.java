/// Devices, their credentials, assignments and sightings, and which patients are no longer cared
/// for, in PostgreSQL. In: the registry's commands and questions. Out: rows as the domain's types,
/// and notices of credentials that ended on another instance.
@NullMarked
package org.homeward.ingest.db.registry;

import org.jspecify.annotations.NullMarked;
