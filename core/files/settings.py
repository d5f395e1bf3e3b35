"""What Wagtail's library of images, documents, sounds and videos takes, as settings."""

MEGABYTE = 1024 * 1024


def library_settings(limits):
    """The settings (dict) of the library, within the `limits` (core.files.limits.FileLimits) of what comes."""
    return {
        "WAGTAILIMAGES_IMAGE_MODEL": "core.SiteImage",
        "WAGTAILIMAGES_IMAGE_FORM_BASE": "core.library_forms.SiteImageForm",
        "WAGTAILIMAGES_EXTENSIONS": ["jpg", "jpeg", "png", "webp", "gif", "avif", "heic"],
        "WAGTAILIMAGES_AVIF_QUALITY": 45,
        "WAGTAILIMAGES_WEBP_QUALITY": 70,
        "WAGTAILIMAGES_MAX_UPLOAD_SIZE": 15 * MEGABYTE,
        "WAGTAILIMAGES_MAX_IMAGE_PIXELS": 30_000_000,
        "WAGTAILDOCS_DOCUMENT_MODEL": "core.SiteDocument",
        "WAGTAILDOCS_DOCUMENT_FORM_BASE": "core.library_forms.SiteDocumentForm",
        "WAGTAILDOCS_EXTENSIONS": ["pdf", "odt", "ods", "odp", "docx", "xlsx", "pptx", "epub", "txt", "csv"],
        "WAGTAILDOCS_MAX_UPLOAD_SIZE": limits.heavy,
        "WAGTAILDOCS_SERVE_METHOD": "serve_view",  # always asked whether the collection is private
        "WAGTAILDOCS_INLINE_CONTENT_TYPES": ["application/pdf"],
        "WAGTAILMEDIA": {"MEDIA_MODEL": "core.SiteMedia", "MEDIA_FORM_BASE": "core.library_forms.SiteMediaForm"},
    }
