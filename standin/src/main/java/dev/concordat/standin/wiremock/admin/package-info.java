/// WireMock's administration interface below `/__admin`.
@NullMarked
package dev.concordat.standin.wiremock.admin;

import org.jspecify.annotations.NullMarked;
