/// Readings drawn together by hours and days: what is asked, and the turns that keep it right.
@NullMarked
package org.homeward.ingest.rollup;

import org.jspecify.annotations.NullMarked;
