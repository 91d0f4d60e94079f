"""What laws, forms and offices ask for: rules read from tables (`reading`), and judged at a session (`verdicts`), over
more than one (`wider`), and over years fast (`years`). Counting itself is in `model/counting.py`."""
