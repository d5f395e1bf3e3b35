"""Faces and names covered for good in a photo: shapes, painting, the screen, the replacement of the file."""
