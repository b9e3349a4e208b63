/// What was refused goes through its door again once the fault is mended. In: one refusal or a
/// filter of many. Out: readings in the log under their first time of receipt and identity, and on
/// each refusal what became of it. It knows no format: each way says which refusals are its own.
@NullMarked
package org.homeward.ingest.redrive;

import org.jspecify.annotations.NullMarked;
