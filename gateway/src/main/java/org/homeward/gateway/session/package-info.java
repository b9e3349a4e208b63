/// Signing in and out, who am I, and what the dashboard asks about the platform itself.
@NullMarked
package org.homeward.gateway.session;

import org.jspecify.annotations.NullMarked;
