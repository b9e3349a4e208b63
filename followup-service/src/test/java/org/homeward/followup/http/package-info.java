/// Tests over HTTP, with tokens of a real Keycloak and a real store.
@NullMarked
package org.homeward.followup.http;

import org.jspecify.annotations.NullMarked;
