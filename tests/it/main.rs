//! One test binary; one module an area.

mod reading;
