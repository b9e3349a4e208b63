/// Tests of the vault.
@NullMarked
package org.homeward.followup.crypt;

import org.jspecify.annotations.NullMarked;
