/** A simulated ECPay: files in directories behind an SFTP server, and the agency that reads and writes them. */
package no.kravbro.sandbox.ecpay;
