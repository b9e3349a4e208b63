/// How requests are read, field by field with the path of each fault, and how answers are formed:
/// lists, limits, tags of versions. It knows no route.
@NullMarked
package org.homeward.followup.http.body;

import org.jspecify.annotations.NullMarked;
