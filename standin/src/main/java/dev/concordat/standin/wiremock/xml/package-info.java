/// XML in requests: XPath, and equality that leaves the order of elements open.
@NullMarked
package dev.concordat.standin.wiremock.xml;

import org.jspecify.annotations.NullMarked;
