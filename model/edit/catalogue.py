"""Every command there is: importing this lets the journal read any of them."""

from model.edit import adjust, arrange, attend, head, move, park, patch, postpone, refer, together, write

ROOMS = (adjust, arrange, attend, head, move, park, patch, postpone, refer, together, write)
