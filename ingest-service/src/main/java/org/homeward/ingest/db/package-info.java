/// The schema `ingest` of PostgreSQL, by the reactive client and one batched statement per table.
/// In: decisions to write and questions to answer. Out: rows as the domain's types. It decides
/// nothing; what conflicts is reported back to be decided.
@NullMarked
package org.homeward.ingest.db;

import org.jspecify.annotations.NullMarked;
