package dev.concordat.contracts.xml;

/// What stands inside an element.
public sealed interface XmlNode permits XmlElement, XmlText {}
