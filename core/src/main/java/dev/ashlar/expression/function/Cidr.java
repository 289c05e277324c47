package dev.ashlar.expression.function;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A block of IPv4 or IPv6 addresses.
 *
 * @param base the first address, as a number
 * @param length how many leading bits all addresses share
 * @param bits how many bits an address has: 32 or 128
 */
public record Cidr(BigInteger base, int length, int bits) {

  /** Reads {@code 10.0.0.0/16}; bits behind the prefix are dropped. */
  public static Cidr of(String function, String text) {
    int slash = text.indexOf('/');
    String length = slash < 0 ? "" : text.substring(slash + 1);
    if (slash < 0
        || !InetAddresses.isInetAddress(text.substring(0, slash))
        || text.indexOf('%') >= 0
        || !length.matches("0|[1-9][0-9]{0,2}")) {
      throw notOne(function);
    }
    // An IPv4 address mapped into IPv6 comes back as four bytes; the length then says nothing.
    byte[] address = InetAddresses.forString(text.substring(0, slash)).getAddress();
    int bits = address.length * Byte.SIZE;
    int prefix = Integer.parseInt(length);
    if (prefix > bits) {
      throw notOne(function);
    }
    int rest = bits - prefix;
    return new Cidr(new BigInteger(1, address).shiftRight(rest).shiftLeft(rest), prefix, bits);
  }

  /** The block with some more bits of prefix, holding a number in them. */
  public String subnet(long newBits, long number) {
    if (newBits < 0 || newBits > bits - length) {
      throw Refusal.argument(
          "cidrSubnet() adds bits to the prefix: here from 0 to " + (bits - length) + " of them.");
    }
    BigInteger index = BigInteger.valueOf(number);
    if (index.signum() < 0 || index.bitLength() > newBits) {
      throw Refusal.argument("cidrSubnet() has no subnet of this number: the bits do not hold it.");
    }
    int prefix = length + (int) newBits;
    return text(base.or(index.shiftLeft(bits - prefix))) + "/" + prefix;
  }

  /** The address of a number in the block; a negative one counts from the end. */
  public String host(long number) {
    BigInteger size = BigInteger.ONE.shiftLeft(bits - length);
    BigInteger index = BigInteger.valueOf(number);
    if (index.signum() < 0) {
      index = index.add(size);
    }
    if (index.signum() < 0 || index.compareTo(size) >= 0) {
      throw Refusal.argument("cidrHost() has no address of this number in the block.");
    }
    return text(base.add(index));
  }

  private String text(BigInteger address) {
    byte[] all = address.toByteArray();
    byte[] bytes = new byte[bits / Byte.SIZE];
    int copied = Math.min(all.length, bytes.length);
    System.arraycopy(all, all.length - copied, bytes, bytes.length - copied, copied);
    try {
      InetAddress whole =
          bits == 32
              ? InetAddress.getByAddress(bytes)
              : Inet6Address.getByAddress(null, Arrays.copyOf(bytes, 16), -1);
      return InetAddresses.toAddrString(whole);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four or sixteen bytes are an address", e);
    }
  }

  private static Refusal notOne(String function) {
    return Refusal.argument(function + "() takes a block of addresses such as \"10.0.0.0/16\".");
  }
}
