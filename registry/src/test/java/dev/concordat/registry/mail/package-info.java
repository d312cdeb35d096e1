/// E-mail, through a real server of its protocol.
@org.jspecify.annotations.NullMarked
package dev.concordat.registry.mail;
