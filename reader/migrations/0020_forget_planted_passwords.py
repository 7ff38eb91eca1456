"""An owner could make an account with a password they knew, and come in by it wherever its name was added later.

Who has never signed in may be such an account: its password goes. Left alone are the first account, which no owner can
have made, and staff, whom only the installation's own can make. A password can be set again by changepassword.
"""

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, make_password
from django.db import migrations


def forget(apps, schema_editor):
    users = apps.get_model("auth", "User").objects.using(schema_editor.connection.alias)
    first = users.order_by("pk").values_list("pk", flat=True).first()
    never = users.filter(last_login=None, is_staff=False, is_superuser=False).exclude(pk=first)
    for user in never.exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX):
        user.password = make_password(None)
        user.save(update_fields=["password"])


class Migration(migrations.Migration):

    dependencies = [
        ("reader", "0019_invitation"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
