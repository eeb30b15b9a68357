package no.kravbro.sigkill;

/**
 * One death, as it is kept on disk.
 *
 * @param ageMillis how long the process had lived
 * @param cycleMillis from its start to the next one
 */
record Kill(int number, Point point, long ageMillis, long cycleMillis) {

    String line() {
        return String.join(
                ",",
                Integer.toString(number),
                point.kind(),
                point.stage(),
                Long.toString(point.delayMillis()),
                Long.toString(ageMillis),
                Long.toString(cycleMillis));
    }

    static Kill read(String line) {
        String[] cells = line.split(",", -1);
        return new Kill(
                Integer.parseInt(cells[0]),
                new Point(cells[1], cells[2], Long.parseLong(cells[3])),
                Long.parseLong(cells[4]),
                Long.parseLong(cells[5]));
    }
}
