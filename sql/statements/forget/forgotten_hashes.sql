-- One row per address, article, document or text that was forgotten.

select kind, hash
from forgotten
