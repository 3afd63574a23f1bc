# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tables of a PDF as a Python library finds them: `peers.py LIBRARY LOOK PDF`, run by `cargo xtask bench pdf`.

Writes one line for each row: the page, then the cells, separated by tabs. LOOK is `ruled` or `unruled`: with lines both
libraries look for lines, as they do unasked; without lines both are told to look at how the text is aligned. A page is let
go as soon as it was read, as the manuals of both advise for large files.
"""

import sys


def rows_of_pdfplumber(path, look):
    import pdfplumber

    text = {"vertical_strategy": "text", "horizontal_strategy": "text"}
    settings = text if look == "unruled" else {}
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            for table in page.extract_tables(settings):
                for row in table:
                    yield page.page_number, row
            page.close()


def rows_of_pymupdf(path, look):
    import pymupdf

    with pymupdf.open(path) as pdf:
        for page in pdf:
            for table in page.find_tables(strategy="text" if look == "unruled" else "lines").tables:
                for row in table.extract():
                    yield page.number + 1, row


def main():
    library, look, path = sys.argv[1:]
    rows = {"pdfplumber": rows_of_pdfplumber, "pymupdf": rows_of_pymupdf}[library]
    # What a library says of itself while it starts is no row.
    out, sys.stdout = sys.stdout, sys.stderr
    for page, row in rows(path, look):
        print(page, *(" ".join((cell or "").split()) for cell in row), sep="\t", file=out)


main()
