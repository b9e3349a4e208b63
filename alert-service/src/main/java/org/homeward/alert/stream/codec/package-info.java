/// A patient's state as bytes of the state store and back, with a version so that an older store
/// can be read. It decides nothing and knows no record of a topic.
@NullMarked
package org.homeward.alert.stream.codec;

import org.jspecify.annotations.NullMarked;
