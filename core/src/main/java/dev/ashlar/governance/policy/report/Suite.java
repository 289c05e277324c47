package dev.ashlar.governance.policy.report;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A suite of JUnit XML.
 *
 * @param name its name
 * @param cases its cases
 */
public record Suite(String name, List<Case> cases) {
  /** Copies the list. */
  public Suite {
    cases = List.copyOf(cases);
  }

  /** How a case ended. */
  public enum Result {
    PASSED,
    FAILED,
    SKIPPED
  }

  /**
   * A case.
   *
   * @param group what it belongs to
   * @param name its name
   * @param result how it ended
   * @param type the kind of failure
   * @param message one line
   * @param detail all of it
   */
  public record Case(
      String group, String name, Result result, String type, String message, String detail) {
    /** One that passed. */
    public static Case passed(String group, String name) {
      return new Case(group, name, Result.PASSED, "", "", "");
    }
  }

  private long count(Result result) {
    return cases.stream().filter(each -> each.result() == result).count();
  }

  /** The document. */
  public static String text(List<Suite> suites) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      out.writeCharacters("\n");
      out.writeStartElement("testsuites");
      for (Suite suite : suites) {
        suite.write(out);
      }
      out.writeCharacters("\n");
      out.writeEndElement();
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text can be written to", e);
    }
    return text.append('\n').toString();
  }

  private void write(XMLStreamWriter out) throws XMLStreamException {
    out.writeCharacters("\n  ");
    out.writeStartElement("testsuite");
    out.writeAttribute("name", clean(name));
    out.writeAttribute("tests", Integer.toString(cases.size()));
    out.writeAttribute("failures", Long.toString(count(Result.FAILED)));
    out.writeAttribute("errors", "0");
    out.writeAttribute("skipped", Long.toString(count(Result.SKIPPED)));
    for (Case each : cases) {
      write(out, each);
    }
    out.writeCharacters("\n  ");
    out.writeEndElement();
  }

  private static void write(XMLStreamWriter out, Case one) throws XMLStreamException {
    out.writeCharacters("\n    ");
    out.writeStartElement("testcase");
    out.writeAttribute("classname", clean(one.group()));
    out.writeAttribute("name", clean(one.name()));
    if (one.result() != Result.PASSED) {
      out.writeStartElement(one.result() == Result.FAILED ? "failure" : "skipped");
      out.writeAttribute("message", clean(one.message()));
      if (one.result() == Result.FAILED) {
        out.writeAttribute("type", clean(one.type()));
      }
      out.writeCharacters(clean(one.detail()));
      out.writeEndElement();
    }
    out.writeEndElement();
  }

  /** XML has no way to write some characters at all. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c ->
                clean.appendCodePoint(
                    c == '\t'
                            || c == '\n'
                            || c == '\r'
                            || c >= ' ' && c < 0xD800
                            || c >= 0xE000 && c <= 0xFFFD
                            || c >= 0x10000
                        ? c
                        : 0xFFFD));
    return clean.toString();
  }
}
