/// Whose request or connection it is by its address, behind proxies too. In: addresses, and what
/// proxies say. Out: one word for a sender. It knows no device and no patient.
@NullMarked
package org.homeward.ingest.network;

import org.jspecify.annotations.NullMarked;
