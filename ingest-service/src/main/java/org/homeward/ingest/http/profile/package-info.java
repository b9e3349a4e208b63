/// The gateway's routes for what the keys of a kind of device mean. In: profiles and their versions
/// as JSON. Out: problems that name the field, profiles with their version as entity tag.
@NullMarked
package org.homeward.ingest.http.profile;

import org.jspecify.annotations.NullMarked;
