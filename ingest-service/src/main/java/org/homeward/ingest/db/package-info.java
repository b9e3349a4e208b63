/// The schema `ingest` of PostgreSQL, by the reactive client and one batched statement per table.
/// In: questions about what is stored. Out: rows as the domain's types; how a column is read and
/// written, for the two packages below (`intake`, `registry`). It decides nothing.
@NullMarked
package org.homeward.ingest.db;

import org.jspecify.annotations.NullMarked;
