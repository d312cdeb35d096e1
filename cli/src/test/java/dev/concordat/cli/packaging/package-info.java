@org.jspecify.annotations.NullMarked
package dev.concordat.cli.packaging;
